# Sample data.

demo-label = KL keep-alive
demo-old-label = Old student line
demo-agent = agent 7
demo-note = will ask which form to use
